package com.servistech.erp.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The passwords of a home: generated once, kept in a file that only its owner may read, and found again later. */
final class Secrets {

    static final String FILE = "secrets.properties";

    private static final String SUPERUSER = "postgres";
    private static final String REDIS = "redis";
    private static final List<String> ROLES = List.of("erp_migrator", "erp_app", "erp_backup", "erp_restore");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;

    private final Path file;
    private final TreeMap<String, String> passwords;

    private Secrets(Path file, TreeMap<String, String> passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    static Secrets in(Path home) {
        Path file = home.resolve(FILE);
        try {
            TreeMap<String, String> passwords = read(file);
            if (!passwords.containsKey(SUPERUSER) && Files.exists(home.resolve(PostgresServer.DATA))) {
                throw new LocalStackException(file + " with the passwords of the database beside it is gone; put it"
                        + " back, or delete " + home + " to start with an empty database");
            }
            boolean added = add(passwords, SUPERUSER) | add(passwords, REDIS);
            for (String role : ROLES) {
                added |= add(passwords, role);
            }
            if (added) {
                write(file, passwords);
            }
            return new Secrets(file, passwords);
        } catch (IOException e) {
            throw new LocalStackException("cannot read or write " + file + ": " + e, e);
        }
    }

    String superuser() {
        return passwords.get(SUPERUSER);
    }

    String redis() {
        return passwords.get(REDIS);
    }

    String ofRole(String role) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("no password for role " + role + ", only for " + ROLES);
        }
        return passwords.get(role);
    }

    synchronized String of(String name, Supplier<String> maker) {
        String key = "secret." + name;
        String known = passwords.get(key);
        if (known == null) {
            known = maker.get();
            passwords.put(key, known);
            try {
                write(file, passwords);
            } catch (IOException e) {
                throw new LocalStackException("cannot write " + file + ": " + e, e);
            }
        }
        return known;
    }

    @Override
    public String toString() {
        return "Secrets" + passwords.keySet();
    }

    private static TreeMap<String, String> read(Path file) throws IOException {
        TreeMap<String, String> passwords = new TreeMap<>();
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Properties stored = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            stored.stringPropertyNames().forEach(name -> passwords.put(name, stored.getProperty(name)));
        }
        return passwords;
    }

    private static boolean add(TreeMap<String, String> passwords, String name) {
        return passwords.putIfAbsent(name, generate()) == null;
    }

    private static void write(Path file, TreeMap<String, String> passwords) throws IOException {
        StringBuilder text = new StringBuilder("# generated passwords of the local stack; keep them out of git\n");
        passwords.forEach((name, password) ->
                text.append(name).append('=').append(password).append('\n'));
        PrivateFiles.write(file, text.toString());
    }

    private static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
