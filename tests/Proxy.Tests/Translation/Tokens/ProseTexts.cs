namespace Proxy.Tests.Translation.Tokens;

/// <summary>Prose as people write it to a model: what to do, what happened, what to mind. Written for these tests.</summary>
public static class ProseTexts
{
    public static TheoryData<string, string> All => new()
    {
        {
            "English",
            """
            Yesterday evening the night build failed for the third time this week, and nobody could say why. The log only shows that the container was restarted twice, that the database refused new connections for about forty seconds, and that afterwards everything went on as if nothing had happened. Please look at the startup script first: I suspect that it waits for the wrong port, because the setting was renamed in the last release and the old name is silently ignored.

            If that turns out to be true, rename the variable, add a test which starts the service without a database, and write a short note for the people on call. Do not touch the migration files; Martha is working on them and will be annoyed by conflicts. When you are finished, summarise in two or three sentences what was broken, how you found it, and what could still go wrong. A list of the commands that you ran would help me to repeat the steps on my own machine before the meeting on Thursday.
            """
        },
        {
            "German",
            """
            Seit dem Umzug auf den neuen Rechner dauert die Sicherung jede Nacht fast vier Stunden, früher waren es zwanzig Minuten. Ich vermute, dass die Verzeichnisse mit den Zwischenergebnissen nicht mehr ausgeschlossen werden, bin mir aber nicht sicher. Bitte sieh dir die Einstellungen an, vergleiche sie mit der alten Fassung und erkläre mir kurz, was sich geändert hat.

            Falls tatsächlich nur eine Zeile fehlt, ergänze sie und starte die Sicherung einmal von Hand. Lösche dabei nichts, auch wenn es überflüssig aussieht: Einige Kollegen legen dort Messwerte ab, die sie erst am Monatsende auswerten. Schreibe danach eine Zusammenfassung mit den wichtigsten Zahlen, also Dauer, Größe und Anzahl der Dateien, und schlage vor, wie wir künftig schneller merken, dass etwas nicht stimmt. Eine Überwachung mit Benachrichtigung wäre mir lieber als ein weiterer Bericht, den am Ende doch niemand liest.
            """
        },
        {
            "Russian",
            """
            После обновления сервера отчёты за прошлый месяц стали пустыми, хотя данные в таблицах остались. Мы проверили права доступа и перезапустили службу, но это не помогло. Посмотри, пожалуйста, как строится запрос: возможно, он сравнивает даты в разных часовых поясах и поэтому ничего не находит. Старая версия лежит рядом, её можно сравнить с новой построчно.

            Если причина в этом, исправь сравнение и добавь проверку на границу месяца, чтобы ошибка не вернулась. Ничего не удаляй и не меняй схему базы: завтра утром её будут переносить, и лишние изменения всем помешают. В конце напиши коротко, что было сломано, как ты это нашёл и что ещё стоит проверить вручную. Мне также нужен список команд, которые ты выполнил, чтобы повторить всё на другой машине.
            """
        },
        {
            "Chinese",
            """
            昨天晚上的自动构建又失败了，这已经是本周第三次，但是没有人知道原因。日志里只能看到容器重启了两次，数据库有大约四十秒拒绝新的连接，之后一切又恢复正常。请先检查启动脚本，我怀疑它等待的端口不对，因为上一个版本修改了配置项的名字，而旧的名字会被悄悄忽略。

            如果确实是这个问题，请修改变量名，并增加一个测试：在没有数据库的情况下启动服务，应该得到清楚的错误信息。不要改动迁移文件，同事正在处理它们，避免产生冲突。完成以后，用两三句话总结一下哪里出了问题、你是怎么找到的，以及还有哪些风险。最好再列出你执行过的命令，这样我可以在会议之前在自己的电脑上重复一遍。
            """
        },
        {
            "Japanese",
            """
            サーバーを更新してから、先月のレポートが空になりました。テーブルのデータは残っています。権限を確認してサービスを再起動しましたが、改善しませんでした。クエリの作り方を調べてください。異なるタイムゾーンの日付を比較しているため、何も見つからないのかもしれません。古いバージョンも同じフォルダーにあるので、比較することができます。

            原因がそれであれば、比較の処理を修正し、月末の境界を確認するテストを追加してください。データベースの構造は変更しないでください。明日の朝に移行する予定です。最後に、何が壊れていたのか、どのように見つけたのか、まだ確認が必要な点は何かを短くまとめてください。
            """
        },
        {
            "Korean",
            """
            서버를 업데이트한 뒤로 지난달 보고서가 비어 있습니다. 테이블의 데이터는 그대로 남아 있습니다. 권한을 확인하고 서비스를 다시 시작했지만 도움이 되지 않았습니다. 쿼리가 어떻게 만들어지는지 확인해 주세요. 서로 다른 시간대의 날짜를 비교하기 때문에 아무것도 찾지 못하는 것 같습니다. 이전 버전도 같은 폴더에 있으니 비교할 수 있습니다.

            원인이 그것이라면 비교하는 부분을 수정하고, 월말 경계를 확인하는 테스트를 추가해 주세요. 데이터베이스 구조는 변경하지 마세요. 내일 아침에 옮길 예정입니다. 마지막으로 무엇이 잘못되었는지, 어떻게 찾았는지, 그리고 아직 확인해야 할 것이 무엇인지 짧게 정리해 주세요.
            """
        },
    };
}
