using System.Globalization;

namespace Proxy.Tests.Translation.Tokens;

/// <summary>Texts that the estimate is not made for, whose error is only bounded: other languages, encoded data, numbers.</summary>
public static class OtherTexts
{
    public static TheoryData<string, string> Languages => new()
    {
        {
            "German",
            "Der Vermittler nimmt die Anfragen eines Programms entgegen, übersetzt sie für den gewählten Anbieter und gibt die Antworten zurück, " +
                "während sie eintreffen. "
            + "Was er überträgt, schreibt er nirgends auf. Fällt ein Anbieter aus, so erfährt das Programm den Grund und kann es später noch " +
                "einmal versuchen. "
            + "Wer etwas ändern möchte, findet in der Beschreibung alle Einstellungen mit ihren üblichen Werten."
        },
        {
            "French",
            "Le serveur écoute sur un seul port et reçoit les appels d'un agent. Il traduit chacun d'eux pour le fournisseur que l'utilisateur a " +
                "choisi, puis renvoie les réponses au fur et à mesure. "
            + "Rien de ce qu'il transporte n'est conservé ; quand un fournisseur tombe en panne, l'agent en est averti clairement et peut " +
                "recommencer plus tard. "
            + "Les réglages se trouvent dans la documentation, avec leurs valeurs habituelles."
        },
        {
            "Spanish",
            "El servidor escucha en un solo puerto y recibe las llamadas de un agente. Traduce cada una para el proveedor que el usuario ha " +
                "elegido y devuelve las respuestas mientras llegan. "
            + "Nada de lo que transporta se guarda en ningún sitio; cuando un proveedor falla, el agente lo sabe enseguida y puede intentarlo de " +
                "nuevo más tarde. "
            + "Quien quiera cambiar algo encuentra todas las opciones en la documentación."
        },
        {
            "Russian",
            "Сервер слушает один порт и принимает вызовы программы. Каждый из них он переводит для выбранного поставщика, а ответы возвращает по " +
                "мере поступления. "
            + "Ничего из того, что проходит через него, он не записывает; если поставщик не отвечает, программа узнаёт причину и может повторить " +
                "попытку позже. "
            + "Все настройки и их обычные значения перечислены в описании."
        },
        {
            "Chinese",
            "这个程序只监听一个端口，接收编程助手的请求，把每个请求翻译成用户所选服务商的格式，然后在答案到达时立即送回。它不会保存任何经过的内容。如果服务商出现故障，助手会得到清楚的说明，可以稍后再试。所有设置和默认值都写在说明文件里，需要修改的人很容易找到。"
        },
    };

    public static TheoryData<string, string> Data
    {
        get
        {
            var random = new Random(20);
            var bytes = new byte[1500];
            random.NextBytes(bytes);
            return new TheoryData<string, string>
            {
                { "base64", Convert.ToBase64String(bytes) },
                { "hexadecimal", Convert.ToHexStringLower(bytes) },
                { "one long number", string.Concat(Enumerable.Range(0, 1500).Select(_ => random.Next(10))) },
                { "a list of numbers", string.Join(
                    ", ", Enumerable.Range(0, 400).Select(_ => random.Next(1_000_000).ToString(CultureInfo.InvariantCulture))) },
            };
        }
    }
}
