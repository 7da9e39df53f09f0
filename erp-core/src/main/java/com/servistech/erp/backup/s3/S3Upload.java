package com.servistech.erp.backup.s3;

import com.servistech.erp.backup.BackupStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * One object in parts, of which one at a time is in memory. Small ones go at once. S3 takes ten thousand parts: they
 * grow, so that two hundred gigabytes fit.
 */
final class S3Upload extends BackupStore.Upload {

    private static final int SMALLEST_PART = 8 << 20;
    private static final int LARGEST_PART = 32 << 20;
    private static final int PARTS_UNTIL_LARGER = 1_000;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final StorageClass storageClass;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[SMALLEST_PART];
    private int filled;
    private long size;
    private String uploadId;
    private boolean committed;

    S3Upload(S3Client client, String bucket, String key, StorageClass storageClass) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.storageClass = storageClass;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (filled == buffer.length) {
                sendPart();
            }
            int piece = Math.min(end - at, buffer.length - filled);
            System.arraycopy(bytes, at, buffer, filled, piece);
            filled += piece;
            at += piece;
        }
        size += length;
    }

    @Override
    public void commit() throws IOException {
        if (uploadId == null) {
            S3Store.calling(
                    "write " + key,
                    () -> client.putObject(put -> put.bucket(bucket).key(key).storageClass(storageClass), body()));
        } else {
            sendPart();
            S3Store.calling(
                    "complete " + key,
                    () -> client.completeMultipartUpload(complete -> complete.bucket(bucket)
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(parts))));
        }
        committed = true;
        long there = S3Store.calling(
                "look at " + key,
                () -> client.headObject(head -> head.bucket(bucket).key(key)).contentLength());
        if (there != size) {
            throw new IOException("S3 has " + there + " bytes of " + key + ", and was given " + size);
        }
    }

    @Override
    public void close() throws IOException {
        buffer = new byte[0];
        if (uploadId != null && !committed) {
            String abandoned = uploadId;
            uploadId = null;
            S3Store.calling(
                    "abort " + key,
                    () -> client.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(key).uploadId(abandoned)));
        }
    }

    private void sendPart() throws IOException {
        if (uploadId == null) {
            CreateMultipartUploadResponse begun = S3Store.calling(
                    "begin " + key,
                    () -> client.createMultipartUpload(
                            create -> create.bucket(bucket).key(key).storageClass(storageClass)));
            uploadId = begun.uploadId();
        }
        int number = parts.size() + 1;
        String etag = S3Store.calling(
                "write part " + number + " of " + key,
                () -> client.uploadPart(
                                part -> part.bucket(bucket)
                                        .key(key)
                                        .uploadId(uploadId)
                                        .partNumber(number),
                                body())
                        .eTag());
        parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        filled = 0;
        if (number % PARTS_UNTIL_LARGER == 0 && buffer.length < LARGEST_PART) {
            buffer = new byte[buffer.length * 2];
        }
    }

    /** Read again from the buffer for every attempt. */
    private RequestBody body() {
        byte[] bytes = buffer;
        int length = filled;
        return RequestBody.fromContentProvider(
                () -> new java.io.ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
    }
}
