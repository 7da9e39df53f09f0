package com.servistech.erp.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The backups of one store: {@code daily/20261124T060000Z-<id>/} with the data, {@code manifest.jws} last, later
 * {@code proof.jws} and perhaps {@code pinned}. What does not look like this was put there by somebody else.
 */
public final class Shelf {

    private static final String MANIFEST = "manifest.jws";
    private static final String PROOF = "proof.jws";
    private static final String PINNED = "pinned";
    private static final int LARGEST_TEXT = 16 << 20;
    private static final Duration LEFT_BEHIND = Duration.ofDays(2);
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern OURS =
            Pattern.compile("((?:daily|weekly|monthly|manual)/[0-9]{8}T[0-9]{6}Z-([0-9a-f-]{36}))/"
                    + "((?:dump\\.(?:sql\\.gz|tar)|files\\.tar)(?:\\.cms)?|manifest\\.jws|proof\\.jws|pinned)");

    private final BackupStore store;
    private final ManifestKey key;

    public Shelf(BackupStore store, ManifestKey key) {
        this.store = store;
        this.key = key;
    }

    public BackupStore store() {
        return store;
    }

    static String folder(Tier tier, Instant startedAt, UUID id) {
        return tier.folder() + "/" + LABEL.format(startedAt) + "-" + id;
    }

    static String dataKey(String folder, Manifest manifest) {
        return folder + "/" + dataName(manifest.form(), manifest.sealing());
    }

    static String filesKey(String folder, String sealing) {
        return folder + "/" + filesName(sealing);
    }

    static String dataName(BackupForm form, String sealing) {
        return "dump" + form.suffix() + suffix(sealing);
    }

    static String filesName(String sealing) {
        return "files.tar" + suffix(sealing);
    }

    private static String suffix(String sealing) {
        return sealing.equals(Sealing.NONE) ? "" : ".cms";
    }

    public Inventory inventory() throws IOException {
        Map<String, Map<String, Long>> folders = folders();
        List<StoredBackup> backups = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Map.Entry<String, Map<String, Long>> folder : folders.entrySet()) {
            if (folder.getValue().containsKey(MANIFEST)) {
                try {
                    backups.add(read(folder.getKey(), folder.getValue()));
                } catch (IllegalArgumentException e) {
                    unreadable.add(folder.getKey() + "/" + MANIFEST + ": " + e.getMessage());
                }
            }
        }
        backups.sort(Comparator.comparing(StoredBackup::startedAt)
                .thenComparing(StoredBackup::id)
                .reversed());
        return new Inventory(backups, unreadable);
    }

    public Optional<StoredBackup> find(UUID id) throws IOException {
        return inventory().backups().stream()
                .filter(backup -> backup.id().equals(id))
                .findFirst();
    }

    /** The last step of a backup: from now on it exists. */
    void publish(Manifest manifest) throws IOException {
        put(folder(manifest.tier(), manifest.startedAt(), manifest.id()) + "/" + MANIFEST, key.sign(manifest.toJson()));
    }

    void keep(StoredBackup backup, Proof proof) throws IOException {
        put(backup.folder() + "/" + PROOF, key.sign(proof.toJson()));
    }

    public void pin(StoredBackup backup) throws IOException {
        put(backup.folder() + "/" + PINNED, "pinned\n".getBytes(StandardCharsets.US_ASCII));
    }

    public void unpin(StoredBackup backup) throws IOException {
        store.delete(backup.folder() + "/" + PINNED);
    }

    /** The manifest goes first: what then remains is no backup any more, and is swept the next time. */
    void remove(StoredBackup backup) throws IOException {
        store.delete(backup.folder() + "/" + MANIFEST);
        store.delete(backup.folder() + "/" + PROOF);
        store.delete(backup.dataKey());
        if (backup.manifest().files().count() > 0) {
            store.delete(backup.filesKey());
        }
    }

    /** Clears away what we began and never finished, or half removed: only objects named as ours, without a manifest. */
    int sweep(Instant now) throws IOException {
        store.sweep(LEFT_BEHIND, now);
        TreeSet<String> finished = new TreeSet<>();
        List<BackupStore.Stored> all = ours();
        all.stream()
                .filter(object -> object.key().endsWith("/" + MANIFEST))
                .forEach(object -> finished.add(folderOf(object.key())));
        int swept = 0;
        for (BackupStore.Stored object : all) {
            boolean kept =
                    finished.contains(folderOf(object.key())) || object.key().endsWith("/" + PINNED);
            if (!kept && object.at().isBefore(now.minus(LEFT_BEHIND))) {
                store.delete(object.key());
                swept++;
            }
        }
        return swept;
    }

    /** @throws IOException when the data or the files are not what was written */
    void reread(Manifest manifest) throws IOException {
        String folder = folder(manifest.tier(), manifest.startedAt(), manifest.id());
        reread(dataKey(folder, manifest), manifest.stored());
        if (manifest.files().count() > 0) {
            reread(filesKey(folder, manifest.sealing()), manifest.files().stored());
        }
    }

    /** @throws IOException when the object is not what was written */
    void reread(String dataKey, Manifest.Bytes written) throws IOException {
        MessageDigest digest = Counted.sha256();
        long size;
        try (InputStream in = new DigestInputStream(store.open(dataKey), digest)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        if (size != written.size() || !HexFormat.of().formatHex(digest.digest()).equals(written.sha256())) {
            throw new IOException(store.name() + "/" + dataKey + " is not what was written there");
        }
    }

    private StoredBackup read(String folder, Map<String, Long> objects) throws IOException {
        Manifest manifest = Manifest.parse(key.open(text(folder + "/" + MANIFEST)));
        if (!folder.equals(folder(manifest.tier(), manifest.startedAt(), manifest.id()))) {
            throw new IllegalArgumentException("the manifest of another backup");
        }
        Optional<Proof> proof = Optional.empty();
        if (objects.containsKey(PROOF)) {
            proof = Optional.of(Proof.parse(key.open(text(folder + "/" + PROOF))))
                    .filter(p -> p.id().equals(manifest.id()));
        }
        PackedFiles files = manifest.files();
        boolean whole = objects.getOrDefault(dataName(manifest.form(), manifest.sealing()), -1L)
                        == manifest.stored().size()
                && objects.getOrDefault(filesName(manifest.sealing()), 0L)
                        == files.stored().size();
        return new StoredBackup(folder, manifest, proof, objects.containsKey(PINNED), whole);
    }

    private Map<String, Map<String, Long>> folders() throws IOException {
        Map<String, Map<String, Long>> folders = new HashMap<>();
        for (BackupStore.Stored object : ours()) {
            String folder = folderOf(object.key());
            folders.computeIfAbsent(folder, name -> new HashMap<>())
                    .put(object.key().substring(folder.length() + 1), object.size());
        }
        return folders;
    }

    private List<BackupStore.Stored> ours() throws IOException {
        List<BackupStore.Stored> ours = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            for (BackupStore.Stored object : store.list(tier.folder() + "/")) {
                Matcher name = OURS.matcher(object.key());
                if (name.matches()) {
                    ours.add(object);
                }
            }
        }
        return ours;
    }

    private static String folderOf(String objectKey) {
        return objectKey.substring(0, objectKey.lastIndexOf('/'));
    }

    private byte[] text(String objectKey) throws IOException {
        try (InputStream in = store.open(objectKey)) {
            return in.readNBytes(LARGEST_TEXT);
        }
    }

    private void put(String objectKey, byte[] bytes) throws IOException {
        try (BackupStore.Upload upload = store.begin(objectKey, StorageClass.STANDARD)) {
            upload.write(bytes);
            upload.commit();
        }
    }
}
