package com.servistech.erp.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.kit.SlackServer;
import com.servistech.erp.notifications.Notifier.Outcome;
import com.servistech.erp.notifications.slack.SlackChannel;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One attempt to tell people through Slack, and what it says about the next. */
class SlackChannelTest {

    private static final Notice NEWS = new Notice(Notice.Level.BAD, "commissions: FAILED", "a <b> & c");

    @Test
    void aNoticeIsTextAndNeverMarkupOfOthers() throws InterruptedException {
        try (SlackServer slack = SlackServer.start()) {
            assertThat(new SlackChannel(slack.webhook()).tell(NEWS).outcome()).isEqualTo(Outcome.TOLD);
            assertThat(slack.next())
                    .isEqualTo("{\"text\":\":rotating_light: *commissions: FAILED*\\na &lt;b&gt; &amp; c\"}");
        }
    }

    @Test
    void whatSlackCannotTakeNowIsForLaterAndWhatItRefusesIsNot() {
        try (SlackServer slack = SlackServer.start()) {
            SlackChannel channel = new SlackChannel(slack.webhook());
            slack.refuse(429, 503, 404);
            Notifier.Answer busy = channel.tell(NEWS);
            assertThat(busy.outcome()).isEqualTo(Outcome.LATER);
            assertThat(busy.pause()).as("as it asked").contains(Duration.ZERO);
            assertThat(channel.tell(NEWS).outcome()).isEqualTo(Outcome.LATER);
            assertThat(channel.tell(NEWS).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(slack.refusalsLeft()).isZero();
        }
    }

    @Test
    void j27ASlackThatIsAwayIsAnAnswerAndNoFailure() {
        assertThat(new SlackChannel(URI.create("http://127.0.0.1:9/"))
                        .tell(NEWS)
                        .outcome())
                .isEqualTo(Outcome.LATER);
    }
}
