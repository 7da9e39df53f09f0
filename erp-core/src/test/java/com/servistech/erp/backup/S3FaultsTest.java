package com.servistech.erp.backup;

import static com.servistech.erp.kit.FaultyFront.crawl;
import static com.servistech.erp.kit.FaultyFront.error;
import static com.servistech.erp.kit.FaultyFront.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.backup.BackupStore.Upload;
import com.servistech.erp.backup.s3.S3Config;
import com.servistech.erp.backup.s3.S3Store;
import com.servistech.erp.kit.FaultyFront;
import com.servistech.erp.kit.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 does to people, done to us: the numbers are those of docs/backups.md. */
class S3FaultsTest {

    private static final String KEY = "daily/object";
    private static final int THREE_PARTS = (20 << 20) + 17;
    private static final int ALWAYS = 1_000;

    private static S3Server server;

    @TempDir
    private Path root;

    private FaultyFront front;
    private S3Store store;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        front = FaultyFront.before(server.url());
        store = store(front.url(), S3Server.SECRET_KEY, S3Server.BUCKET, Duration.ofSeconds(20));
    }

    @AfterEach
    void empty() throws IOException {
        front.heal();
        for (BackupStore.Stored left : store.list("")) {
            store.delete(left.key());
        }
        store.close();
        front.close();
    }

    static S3Store store(URI endpoint, String secret, String bucket, Duration patience) {
        return new S3Store(new S3Config(
                bucket,
                "erp",
                S3Server.REGION,
                Optional.of(endpoint),
                Optional.of(S3Server.ACCESS_KEY),
                Optional.of(secret),
                patience));
    }

    @Test
    void aLargeObjectGoesInPartsAndComesBackTheSame() throws IOException {
        byte[] bytes = upload();
        try (InputStream in = store.open(KEY)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(front.requests())
                .filteredOn(line -> line.contains("partNumber="))
                .hasSize(3);
        assertThat(store.list("daily/")).singleElement().satisfies(object -> {
            assertThat(object.key()).isEqualTo(KEY);
            assertThat(object.size()).isEqualTo(THREE_PARTS);
        });
        assertThatThrownBy(() -> store.open("daily/other")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void b18aPartThatFailsOnceIsSentAgainWithTheSameBytes() throws IOException {
        front.on("PUT .*partNumber=3.*", 0, 1, error(500, "InternalError"));
        byte[] bytes = upload();
        try (InputStream in = store.open(KEY)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(front.requests())
                .filteredOn(line -> line.contains("partNumber=3"))
                .hasSize(2);
    }

    @Test
    void b19aPartThatAlwaysFailsLeavesNoObjectAndNoParts() throws IOException {
        front.on("PUT .*partNumber=3.*", 0, ALWAYS, error(500, "InternalError"));
        assertThatThrownBy(this::upload).hasMessageContaining("write part 3").hasMessageContaining("500 InternalError");
        assertNothingLeft();
    }

    @Test
    void b20anErrorInsideOfASuccessIsAFailure() throws IOException {
        front.on("POST .*uploadId=.*", 0, ALWAYS, error(200, "InternalError"));
        assertThatThrownBy(this::upload).hasMessageContaining("complete").hasMessageContaining("InternalError");
        assertNothingLeft();
    }

    @Test
    void b21aConnectionThatBreaksInAPartIsMadeAnew() throws IOException {
        front.on("PUT .*partNumber=2.*", 0, 1, reset());
        upload();
        assertThat(store.list("daily/")).hasSize(1);
    }

    @Test
    void b22aStoreThatDoesNotAnswerEndsTheUploadAtItsDeadline() throws IOException {
        front.on("PUT .*partNumber=1.*", 0, ALWAYS, front.silence());
        try (S3Store impatient = store(front.url(), S3Server.SECRET_KEY, S3Server.BUCKET, Duration.ofMillis(500))) {
            assertThatThrownBy(() -> upload(impatient)).hasMessageContaining("S3 could not write part 1");
        }
        assertNothingLeft();
    }

    @Test
    void b22aStoreThatTakesAThousandBytesASecondEndsTheUploadAtItsDeadline() throws IOException {
        front.on("PUT .*partNumber=1.*", 0, ALWAYS, crawl());
        try (S3Store impatient = store(front.url(), S3Server.SECRET_KEY, S3Server.BUCKET, Duration.ofMillis(500))) {
            assertThatThrownBy(() -> upload(impatient)).hasMessageContaining("S3 could not write part 1");
        }
        assertNothingLeft();
    }

    @Test
    void b23credentialsThatExpireOnTheWayEndTheUpload() throws IOException {
        front.on("PUT .*partNumber=2.*", 0, ALWAYS, error(403, "ExpiredToken"));
        assertThatThrownBy(this::upload).hasMessageContaining("403 ExpiredToken");
        assertNothingLeft();
    }

    @Test
    void b23anotherSecretIsRefusedByTheStoreAndNeverShown() {
        try (S3Store stranger = store(front.url(), "not the secret", S3Server.BUCKET, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> upload(stranger))
                    .hasMessageContaining("403 SignatureDoesNotMatch")
                    .hasMessageNotContaining("not the secret");
        }
    }

    @Test
    void b24aBucketThatIsNotThereIsNamedInTheFailure() {
        try (S3Store nowhere = store(front.url(), S3Server.SECRET_KEY, "nowhere", Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> upload(nowhere)).hasMessageContaining("404 NoSuchBucket");
        }
    }

    /** Twenty minutes too late for the server, which checks; the SDK cannot help itself, for its own clock is right. */
    @Test
    void b25aRequestOfAnotherTimeIsRefusedByTheStoreAndSaidSo() throws IOException {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
        Pattern date = Pattern.compile("(?i)(x-amz-date: *)([0-9]{8}T[0-9]{6}Z)");
        front.rewriting(head -> date.matcher(head)
                .replaceAll(found -> found.group(1)
                        + form.format(Instant.from(form.parse(found.group(2))).minus(Duration.ofMinutes(20)))));
        assertThatThrownBy(this::upload).hasMessageContaining("403 RequestTimeTooSkewed");
        assertNothingLeft();
    }

    /** The store knows neither the newer check sums nor trailers, as many that are not Amazon's. */
    @Test
    void b26aStoreThatRefusesChecksumsAndTrailersIsWrittenAllTheSame() throws IOException {
        front.onHead(
                ".*(x-amz-trailer|x-amz-checksum|x-amz-sdk-checksum|payload-trailer).*", error(501, "NotImplemented"));
        try (S3Client usual = S3Client.builder()
                .region(Region.of(S3Server.REGION))
                .forcePathStyle(true)
                .endpointOverride(front.url())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThatThrownBy(() -> usual.putObject(
                            put -> put.bucket(S3Server.BUCKET).key("erp/" + KEY), RequestBody.fromString("x")))
                    .as("what the SDK sends by itself")
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("501");
        }
        byte[] bytes = upload();
        try (InputStream in = store.open(KEY)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void b34anEmptyPrefixIsRefusedBeforeAnythingIsLookedAt() {
        for (String prefix : new String[] {"", " ", "/"}) {
            assertThatThrownBy(() -> new S3Config(
                            "bucket",
                            prefix,
                            "us-east-1",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Duration.ofSeconds(1)))
                    .hasMessageContaining("prefix is empty");
        }
    }

    @Test
    void whatAnUploadThatNeverEndedLeftBehindIsSwept() throws IOException {
        Upload abandoned = store.begin(KEY, StorageClass.STANDARD);
        abandoned.write(new byte[THREE_PARTS]);
        store.sweep(Duration.ofDays(2), Instant.now());
        assertThat(openUploads()).isEqualTo(1);
        store.sweep(Duration.ofDays(2), Instant.now().plus(Duration.ofDays(3)));
        assertThat(openUploads()).isZero();
    }

    @Test
    void oneStoreThatFailsDoesNotTakeTheBackupFromTheOther() throws IOException {
        BackupLab lab = new BackupLab(root);
        Shelf folder = lab.folder();
        Shelf bucket = new Shelf(store, BackupLab.KEY);
        front.on("PUT .*dump.*", 0, ALWAYS, error(403, "AccessDenied"));

        TakeBackup.Outcome outcome = lab.take(Tier.MANUAL, folder, bucket);
        assertThat(outcome.taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken.locations())
                        .containsExactly(folder.store().name()));
        assertThat(outcome.troubles()).singleElement().asString().contains("s3://respaldos/erp/", "403 AccessDenied");
        assertThat(bucket.inventory().backups()).isEmpty();
        front.heal();
        lab.clock.advance(Duration.ofHours(1));
        assertThat(lab.take(Tier.MANUAL, folder, bucket).taken().get(0).locations())
                .hasSize(2);
        assertThat(lab.verify(bucket, BackupLab.newest(bucket)).problems()).isEmpty();
    }

    @Test
    void theMonthIsKeptInTheBucketAloneInAnArchiveClass() throws IOException {
        BackupLab lab = new BackupLab(root);
        Shelf folder = lab.folder();
        Shelf bucket = new Shelf(store, BackupLab.KEY);
        lab.take(Tier.DAILY, folder, bucket);
        lab.clock.advance(Duration.ofHours(1));
        lab.take(Tier.WEEKLY, folder, bucket);

        assertThat(folder.inventory().backups())
                .extracting(backup -> backup.manifest().tier())
                .containsExactly(Tier.DAILY);
        assertThat(bucket.inventory().backups())
                .extracting(backup -> backup.manifest().tier())
                .containsExactlyInAnyOrder(Tier.DAILY, Tier.MONTHLY, Tier.WEEKLY);
        for (StoredBackup backup : bucket.inventory().backups()) {
            assertThat(lab.verify(bucket, backup).problems())
                    .as(backup.folder())
                    .isEmpty();
            String expected = backup.manifest().tier() == Tier.MONTHLY ? "GLACIER_IR" : "STANDARD";
            assertThat(store.classOf(backup.dataKey())).isEqualTo(expected);
        }
    }

    private byte[] upload() throws IOException {
        return upload(store);
    }

    private static byte[] upload(S3Store into) throws IOException {
        byte[] bytes = new byte[THREE_PARTS];
        new Random(1).nextBytes(bytes);
        try (Upload upload = into.begin(KEY, StorageClass.STANDARD)) {
            upload.write(Arrays.copyOf(bytes, 1_000));
            upload.write(bytes, 1_000, bytes.length - 1_000);
            upload.commit();
        }
        return bytes;
    }

    private void assertNothingLeft() throws IOException {
        front.heal();
        assertThat(store.list("")).isEmpty();
        assertThat(openUploads()).isZero();
    }

    private int openUploads() throws IOException {
        return store.openUploads();
    }
}
