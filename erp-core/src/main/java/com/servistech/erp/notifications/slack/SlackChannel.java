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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An incoming webhook of Slack, which takes about one message a second: notices wait in a short queue for a thread of
 * their own, and what does not fit or cannot be told after a few attempts is dropped and counted. The address is a
 * secret and appears nowhere.
 */
public final class SlackChannel implements Notifier, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SlackChannel.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Map<Notice.Level, String> MARKS = Map.of(
            Notice.Level.GOOD, ":white_check_mark:",
            Notice.Level.INFO, ":information_source:",
            Notice.Level.BAD, ":rotating_light:");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final BlockingQueue<Notice> waiting;
    private final AtomicInteger dropped = new AtomicInteger();
    private final URI webhook;
    private final SlackPace pace;
    private final Thread teller;

    public SlackChannel(URI webhook, SlackPace pace) {
        this.webhook = webhook;
        this.pace = pace;
        this.waiting = new ArrayBlockingQueue<>(pace.queue());
        this.teller = new Thread(this::run, "slack");
        teller.setDaemon(true);
        teller.start();
    }

    @Override
    public void tell(Notice notice) {
        if (!waiting.offer(notice)) {
            dropped.incrementAndGet();
        }
    }

    /** How many notices nobody was told. */
    public int dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        teller.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Notice notice = waiting.take();
                if (!told(notice)) {
                    dropped.incrementAndGet();
                }
                Thread.sleep(pace.between().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean told(Notice notice) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(notice)))
                .build();
        for (int attempt = 1; attempt <= pace.attempts(); attempt++) {
            Duration pause = pace.retry().multipliedBy(1L << (attempt - 1));
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return true;
                } else if (answer.statusCode() != 429 && answer.statusCode() < 500) {
                    LOG.log(Level.WARNING, "Slack refuses notices (HTTP {0})", answer.statusCode());
                    return false;
                }
                pause = pace.wait(answer.headers().firstValue("Retry-After").orElse(null), pause);
            } catch (IOException e) {
                LOG.log(
                        Level.DEBUG,
                        "Slack cannot be reached: {0}",
                        e.getClass().getSimpleName());
            }
            Thread.sleep(pause.toMillis());
        }
        LOG.log(Level.WARNING, "Slack could not be told: {0}", notice.title());
        return false;
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
