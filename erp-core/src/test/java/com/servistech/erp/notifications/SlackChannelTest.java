package com.servistech.erp.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.kit.SlackServer;
import com.servistech.erp.notifications.slack.SlackChannel;
import com.servistech.erp.notifications.slack.SlackPace;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People hear of it when Slack can be told, and nobody waits for Slack. */
class SlackChannelTest {

    private static final SlackPace FAST = new SlackPace(Duration.ZERO, Duration.ofMillis(1), 3, 10);
    private static final Notice NEWS = new Notice(Notice.Level.BAD, "commissions: FAILED", "a <b> & c");

    @Test
    void aNoticeIsTextAndNeverMarkupOfOthers() throws InterruptedException {
        try (SlackServer slack = SlackServer.start();
                SlackChannel channel = new SlackChannel(slack.webhook(), FAST)) {
            channel.tell(NEWS);
            assertThat(slack.next())
                    .isEqualTo("{\"text\":\":rotating_light: *commissions: FAILED*\\na &lt;b&gt; &amp; c\"}");
        }
    }

    @Test
    void whatSlackCannotTakeNowIsToldAgain() throws InterruptedException {
        try (SlackServer slack = SlackServer.start();
                SlackChannel channel = new SlackChannel(slack.webhook(), FAST)) {
            slack.refuse(429, 503);
            channel.tell(NEWS);
            assertThat(slack.next()).contains("FAILED");
            assertThat(slack.refusalsLeft()).isZero();
            assertThat(channel.dropped()).isZero();
        }
    }

    @Test
    void whatItRefusesForGoodIsDroppedAndTheNextIsToldAllTheSame() throws InterruptedException {
        try (SlackServer slack = SlackServer.start();
                SlackChannel channel = new SlackChannel(slack.webhook(), FAST)) {
            slack.refuse(404, 500, 500, 500);
            channel.tell(NEWS);
            channel.tell(NEWS);
            channel.tell(new Notice(Notice.Level.GOOD, "bcv-rates", "PUBLISHED"));
            assertThat(slack.next()).contains("bcv-rates");
            assertThat(channel.dropped()).isEqualTo(2);
        }
    }

    @Test
    void j27TellingReturnsAtOnceAndNeverFailsWithoutSlack() {
        try (SlackChannel channel = new SlackChannel(URI.create("http://127.0.0.1:9/"), FAST)) {
            for (int i = 0; i < 1_000; i++) {
                channel.tell(NEWS);
            }
            assertThat(channel.dropped()).as("the queue holds ten").isGreaterThan(900);
        }
    }
}
