package com.servistech.erp.files;

import java.util.Arrays;
import java.util.Optional;

/** What may be stored, known by how it begins: the declared type and the name of a file prove nothing. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    /** RIFF, four bytes of length, WEBP. */
    WEBP("image/webp", "webp", "52494646........57454250"),
    PDF("application/pdf", "pdf", "255044462d");

    private final String mediaType;
    private final String extension;
    private final String beginning;

    FileType(String mediaType, String extension, String beginning) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = beginning;
    }

    /** @return nothing for what may not be stored */
    public static Optional<FileType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    /** @throws IllegalArgumentException for one that cannot be in the store */
    static FileType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mediaType));
    }

    public String mediaType() {
        return mediaType;
    }

    /** For the name under which it is handed out. */
    public String extension() {
        return extension;
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length() / 2) {
            return false;
        }
        for (int i = 0; i < beginning.length() / 2; i++) {
            String wanted = beginning.substring(2 * i, 2 * i + 2);
            if (!wanted.equals("..") && (bytes[i] & 0xff) != Integer.parseInt(wanted, 16)) {
                return false;
            }
        }
        return true;
    }
}
