namespace Proxy.Tests.Translation.Tokens;

/// <summary>Code as tools read and write it. Written for these tests.</summary>
public static class CodeTexts
{
    public static TheoryData<string, string> All => new()
    {
        {
            "C#",
            """
            using System.Collections.Concurrent;

            namespace Shop.Orders;

            /// <summary>Keeps the orders of one customer in memory, and forgets them after a while.</summary>
            public sealed class OrderCache(IClock clock, TimeSpan lifetime)
            {
                private readonly ConcurrentDictionary<string, (Order Order, DateTimeOffset Expires)> _entries = new();

                public Order? Find(string orderId)
                {
                    if (!_entries.TryGetValue(orderId, out var entry))
                        return null;
                    if (entry.Expires > clock.UtcNow)
                        return entry.Order;
                    _entries.TryRemove(orderId, out _);
                    return null;
                }

                public void Add(Order order)
                {
                    ArgumentNullException.ThrowIfNull(order);
                    _entries[order.Id] = (order, clock.UtcNow + lifetime);
                }

                public int RemoveExpired() =>
                    _entries.Where(pair => pair.Value.Expires <= clock.UtcNow).Count(pair => _entries.TryRemove(pair.Key, out _));
            }
            """
        },
        {
            "Python",
            """
            import json
            import logging
            from dataclasses import dataclass, field
            from pathlib import Path

            logger = logging.getLogger(__name__)


            @dataclass
            class Settings:
                root: Path
                retries: int = 3
                ignored: list[str] = field(default_factory=list)


            def load_settings(path: str) -> Settings:
                "Reads the settings; a missing file gives the defaults."
                file = Path(path)
                if not file.exists():
                    logger.warning("no settings at %s", file)
                    return Settings(root=Path.cwd())
                with file.open(encoding="utf-8") as stream:
                    data = json.load(stream)
                return Settings(root=Path(data["root"]), retries=int(data.get("retries", 3)), ignored=data.get("ignored", []))


            def find_files(settings: Settings, suffix: str = ".txt"):
                for entry in sorted(settings.root.rglob(f"*{suffix}")):
                    if any(part in settings.ignored for part in entry.parts):
                        continue
                    yield entry
            """
        },
        {
            "JavaScript",
            """
            import { readFile } from 'node:fs/promises';

            const defaults = { timeout: 5000, retries: 2, headers: {} };

            export class ApiClient {
              constructor(baseUrl, options = {}) {
                this.baseUrl = baseUrl.replace(/\/+$/, '');
                this.options = { ...defaults, ...options };
              }

              async get(path, query) {
                const url = new URL(`${this.baseUrl}/${path}`);
                for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, String(value));
                for (let attempt = 0; ; attempt++) {
                  const response = await fetch(url, { headers: this.options.headers, signal: AbortSignal.timeout(this.options.timeout) });
                  if (response.ok) return response.json();
                  if (response.status < 500 || attempt >= this.options.retries) {
                    throw new Error(`request failed with status ${response.status}`);
                  }
                  await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
                }
              }
            }

            export async function loadConfig(file) {
              return JSON.parse(await readFile(file, 'utf8'));
            }
            """
        },
        {
            "JSON schema",
            """
            {"type":"object","properties":{"file_path":{"type":"string","description":"The absolute path to the file to modify"},"old_string":{"type":"string","description":"The text to replace; it must occur exactly once unless replace_all is set"},"new_string":{"type":"string","description":"The text to replace it with (must be different from old_string)"},"replace_all":{"type":"boolean","default":false,"description":"Replace all occurrences of old_string (default false)"},"encoding":{"type":"string","enum":["utf-8","utf-16","latin-1"]},"max_lines":{"type":"integer","minimum":1,"maximum":2000}},"required":["file_path","old_string","new_string"],"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}
            """
        },
    };
}
