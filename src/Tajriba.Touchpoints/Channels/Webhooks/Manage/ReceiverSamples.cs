namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>How a receiver verifies, by the published libraries of the specification.</summary>
internal static class ReceiverSamples
{
    private const string Node = """
        // npm install express standardwebhooks
        import express from 'express';
        import { Webhook } from 'standardwebhooks';

        const webhook = new Webhook(process.env.WEBHOOK_SECRET);
        const app = express();
        const raw = express.raw({ type: 'application/json' });
        app.post('/tajriba', raw, (request, response) => {
          try {
            const event = webhook.verify(request.body, request.headers);
            console.log(event.type, event.data);
            response.sendStatus(204);
          } catch {
            response.sendStatus(401);
          }
        });
        app.listen(3000);
        """;

    private const string CSharp = """
        // dotnet add package StandardWebhooks
        using StandardWebhooks;

        var app = WebApplication.Create(args);
        var webhook = new StandardWebhook(
            app.Configuration["WebhookSecret"]!);
        app.MapPost("/tajriba", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            try
            {
                webhook.Verify(body, request.Headers);
            }
            catch (WebhookVerificationException)
            {
                return Results.Unauthorized();
            }

            Console.WriteLine(body);
            return Results.NoContent();
        });
        app.Run();
        """;

    private const string Python = """
        # pip install flask standardwebhooks
        import os
        from flask import Flask, request
        from standardwebhooks.webhooks import (
            Webhook, WebhookVerificationError)

        app = Flask(__name__)
        webhook = Webhook(os.environ["WEBHOOK_SECRET"])

        @app.post("/tajriba")
        def tajriba():
            try:
                event = webhook.verify(
                    request.get_data(), dict(request.headers))
            except WebhookVerificationError:
                return "", 401
            print(event["type"], event["data"])
            return "", 204
        """;

    public static IReadOnlyList<ReceiverSample> All { get; } = [new("node", "Node.js", Node), new("csharp", "C#", CSharp), new("python", "Python", Python)];
}
