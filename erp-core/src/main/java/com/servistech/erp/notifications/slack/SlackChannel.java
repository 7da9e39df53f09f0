package com.servistech.erp.notifications.slack;

import com.servistech.erp.notifications.Notice;
import com.servistech.erp.notifications.Notifier;
import jakarta.json.Json;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An incoming webhook of Slack. The address is a secret and appears nowhere. */
public final class SlackChannel implements Notifier {

    private static final System.Logger LOG = System.getLogger(SlackChannel.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SUCCESS = 2;
    private static final int TOO_MANY = 429;
    private static final int THEIR_FAULT = 500;
    private static final Map<Notice.Level, String> MARKS = Map.of(
            Notice.Level.GOOD, ":white_check_mark:",
            Notice.Level.INFO, ":information_source:",
            Notice.Level.BAD, ":rotating_light:");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI webhook;

    public SlackChannel(URI webhook) {
        this.webhook = webhook;
    }

    @Override
    public Answer tell(Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(notice)))
                .build();
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Slack cannot be reached: {0}", e.getClass().getSimpleName());
            return new Answer(Outcome.LATER, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.LATER, Optional.empty());
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == SUCCESS) {
            return new Answer(Outcome.TOLD, Optional.empty());
        } else if (status != TOO_MANY && status < THEIR_FAULT) {
            LOG.log(Level.WARNING, "Slack refuses notices (HTTP {0})", status);
            return new Answer(Outcome.REFUSED, Optional.empty());
        }
        return new Answer(Outcome.LATER, asked(response));
    }

    /** What Slack says, within reason. */
    private static Optional<Duration> asked(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                .map(seconds -> Duration.ofSeconds(Integer.parseInt(seconds)));
    }

    private static String body(Notice notice) {
        String text =
                "%s *%s*%n%s".formatted(MARKS.get(notice.level()), escaped(notice.title()), escaped(notice.text()));
        return Json.createObjectBuilder().add("text", text).build().toString();
    }

    /** What Slack's markup takes for links and mentions stays text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
