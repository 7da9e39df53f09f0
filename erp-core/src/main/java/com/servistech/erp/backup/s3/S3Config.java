package com.servistech.erp.backup.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which bucket, and how to get in. Without a key the SDK looks where it always does: environment, profile, machine.
 *
 * @param prefix ends with a slash and is never empty, so that nothing else in the bucket is ever looked at
 * @param endpoint of a store that is not Amazon's
 * @param accessKey and its secret, both or none
 * @param patience for one attempt of one request
 */
public record S3Config(
        String bucket,
        String prefix,
        String region,
        Optional<URI> endpoint,
        Optional<String> accessKey,
        Optional<String> secretKey,
        Duration patience) {

    public static final Duration PATIENCE = Duration.ofMinutes(2);

    public S3Config {
        if (prefix.isBlank() || prefix.equals("/")) {
            throw new IllegalArgumentException("the prefix is empty: backups need a folder of their own in the bucket");
        }
        prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        if (accessKey.isPresent() != secretKey.isPresent()) {
            throw new IllegalArgumentException("the access key and its secret belong together");
        }
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
