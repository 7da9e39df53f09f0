package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.health.HealthReport;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What would be lost now, as the server's own figures tell it: never less than what would be. */
class ExposureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ARCHIVED = "0000000100000002000000FE";
    private static final String NEXT = "0000000100000002000000FF";
    private static final String AFTER_NEXT = "000000010000000300000000";

    @Test
    void nothingIsLostWhereNothingWasWrittenSince() {
        assertThat(archive(ARCHIVED, ago(600), null, null).unarchived()).hasValue(Duration.ZERO);
    }

    @Test
    void anIdleShopThatOnlyWritesCheckpointsIsExposedForNoMoreThanASegmentsTime() {
        WalArchive night = archive(NEXT, ago(8 * 3600), null, null);
        assertThat(night.unarchived()).hasValue(MINUTE);
        assertThat(night.state()).isEqualTo(WalState.WORKING);
    }

    @Test
    void aSegmentThatWaitsHasCommitsFromBeforeItWasEnded() {
        assertThat(archive(AFTER_NEXT, ago(90), null, ago(30)).unarchived()).hasValue(Duration.ofSeconds(90));
    }

    @Test
    void whatWasArchivedAMomentAgoHidesNoQueueBehindIt() {
        WalArchive catchingUp = archive("000000010000000300000030", ago(0), null, ago(3000));
        assertThat(catchingUp.unarchived()).hasValue(Duration.ofSeconds(3060));
        assertThat(new Exposure(catchingUp.state(), catchingUp.unarchived().orElseThrow()))
                .satisfies(exposure -> assertThat(exposure.minutes()).isEqualTo(51))
                .matches(Exposure::broken);
    }

    @Test
    void aQueueThatMayNotBeSeenIsUnknownAndNotNothing() {
        WalArchive blind =
                new WalArchive(NOW, true, MINUTE, 16 << 20, AFTER_NEXT, ARCHIVED, ago(10), null, false, null);
        assertThat(blind.unarchived()).isEmpty();
        assertThat(new Exposure(blind.state(), null)).matches(Exposure::broken);
        assertThat(new WalArchive(NOW, true, MINUTE, 16 << 20, NEXT, ARCHIVED, ago(10), null, false, null).unarchived())
                .as("one segment is being written, none waits")
                .hasValue(MINUTE);
    }

    @Test
    void withoutATimeoutACommitWaitsForASegmentToFill() {
        WalArchive endless =
                new WalArchive(NOW, true, Duration.ZERO, 16 << 20, NEXT, ARCHIVED, ago(7200), null, true, null);
        assertThat(endless.unarchived()).hasValue(Duration.ofHours(2));
    }

    @Test
    void archivingFailsUntilItSucceedsAgain() {
        assertThat(archive(NEXT, ago(60), ago(20), null).state()).isEqualTo(WalState.FAILING);
        assertThat(archive(NEXT, ago(20), ago(60), null).state()).isEqualTo(WalState.WORKING);
        assertThat(archive(NEXT, null, ago(60), null).state()).isEqualTo(WalState.FAILING);
        assertThat(archive(NEXT, null, null, null).state()).isEqualTo(WalState.SILENT);
    }

    @Test
    void afterARestoreTheNewTimelineGoesOnWhereTheOldOneEnded() {
        WalArchive restored = new WalArchive(
                NOW, true, MINUTE, 16 << 20, "000000020000000300000001", NEXT, ago(20), null, true, null);
        assertThat(restored.unarchived()).hasValue(MINUTE);
        WalArchive historyOnly = new WalArchive(
                NOW, true, MINUTE, 16 << 20, "000000020000000300000001", "00000002.history", ago(20), null, true, null);
        assertThat(historyOnly.state()).isEqualTo(WalState.SILENT);
    }

    @Test
    void withoutAnArchiveWhatCountsIsTheAgeOfTheNewestWholeBackup() {
        ErpFixture shop = ErpFixture.shared();
        HealthReport report = shop.system(s -> s.health().report());

        assertThat(report.walArchive()).isEqualTo("OFF");
        assertThat(report.exposureMinutes())
                .as("no backup was taken: nobody knows what would be lost")
                .isNull();
        assertThat(report.words()).contains("no se sabe cuánto se perdería");
        assertThat(shop.system(s -> s.health().list(Page.Request.first())).items())
                .contains(report);
    }

    private static WalArchive archive(String current, Instant archivedAt, Instant failedAt, Instant waitingSince) {
        return new WalArchive(
                NOW,
                true,
                MINUTE,
                16 << 20,
                current,
                archivedAt == null ? null : ARCHIVED,
                archivedAt,
                failedAt,
                true,
                waitingSince);
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
