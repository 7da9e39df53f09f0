package com.servistech.erp.backup.s3;

import com.servistech.erp.backup.BackupStore;
import com.servistech.erp.backup.StorageClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of one bucket below one prefix. Checksums that other stores do not know are sent only where S3 requires them;
 * what was written is read back and hashed by those who use this.
 */
public final class S3Store implements BackupStore {

    /** Attempts of one request, with the SDK's own pauses between them. */
    private static final int ATTEMPTS_TIMES = 4;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final S3Config config;
    private final S3Client client;

    public S3Store(S3Config config) {
        this.config = config;
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(config.region()))
                .forcePathStyle(config.endpoint().isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(config.patience()))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(config.patience())
                        .apiCallTimeout(config.patience().multipliedBy(ATTEMPTS_TIMES)));
        config.endpoint().ifPresent(builder::endpointOverride);
        if (config.accessKey().isPresent()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().orElseThrow())));
        }
        this.client = builder.build();
    }

    @Override
    public String name() {
        return config.toString();
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public Upload begin(String key, StorageClass storageClass) {
        return new S3Upload(client, config.bucket(), config.prefix() + key, classOf(storageClass));
    }

    @Override
    public List<Stored> list(String prefix) throws IOException {
        return calling("list " + prefix, () -> {
            List<Stored> found = new ArrayList<>();
            ListObjectsV2Request request = ListObjectsV2Request.builder()
                    .bucket(config.bucket())
                    .prefix(config.prefix() + prefix)
                    .build();
            for (S3Object object : client.listObjectsV2Paginator(request).contents()) {
                found.add(new Stored(
                        object.key().substring(config.prefix().length()), object.size(), object.lastModified()));
            }
            return found;
        });
    }

    @Override
    public InputStream open(String key) throws IOException {
        return calling(
                "read " + key,
                () -> client.getObject(get -> get.bucket(config.bucket()).key(config.prefix() + key)));
    }

    @Override
    public void delete(String key) throws IOException {
        calling(
                "delete " + key,
                () -> client.deleteObject(
                        delete -> delete.bucket(config.bucket()).key(config.prefix() + key)));
    }

    /** How many uploads were begun and neither completed nor aborted. */
    public int openUploads() throws IOException {
        return calling(
                "list uploads",
                () -> Math.toIntExact(client
                        .listMultipartUploadsPaginator(
                                list -> list.bucket(config.bucket()).prefix(config.prefix()))
                        .uploads()
                        .stream()
                        .count()));
    }

    /** The storage class of an object, in Amazon's words. */
    public String classOf(String key) throws IOException {
        return calling("look at " + key, () -> {
            HeadObjectResponse head =
                    client.headObject(look -> look.bucket(config.bucket()).key(config.prefix() + key));
            return head.storageClass() == null ? "STANDARD" : head.storageClassAsString();
        });
    }

    @Override
    public void sweep(Duration olderThan, Instant now) throws IOException {
        calling("sweep", () -> {
            for (MultipartUpload upload : client.listMultipartUploadsPaginator(
                            list -> list.bucket(config.bucket()).prefix(config.prefix()))
                    .uploads()) {
                if (upload.initiated().isBefore(now.minus(olderThan))) {
                    client.abortMultipartUpload(abort ->
                            abort.bucket(config.bucket()).key(upload.key()).uploadId(upload.uploadId()));
                }
            }
            return null;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    interface Call<T> {
        T get();
    }

    /** The SDK's failures as those of any store, with what was tried; never with a key. */
    static <T> T calling(String what, Call<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw (IOException) new NoSuchFileException(what + ": it is not there").initCause(e);
        } catch (S3Exception e) {
            String code =
                    e.awsErrorDetails() == null ? "" : " " + e.awsErrorDetails().errorCode();
            throw new IOException("S3 refused to " + what + ": " + e.statusCode() + code, e);
        } catch (SdkException e) {
            throw new IOException("S3 could not " + what + ": " + e.getMessage(), e);
        }
    }

    /** Glacier, but the one that gives back at once: a backup that takes hours to arrive cannot be proven. */
    private static software.amazon.awssdk.services.s3.model.StorageClass classOf(StorageClass storageClass) {
        return storageClass == StorageClass.ARCHIVE
                ? software.amazon.awssdk.services.s3.model.StorageClass.GLACIER_IR
                : software.amazon.awssdk.services.s3.model.StorageClass.STANDARD;
    }
}
