package com.servistech.erp.local;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks to Redis as a stranger would, over a socket. */
final class Redis {

    private Redis() {}

    /** All answers to the given commands, with the password said first. */
    static String ask(LocalStack stack, String... commands) throws IOException {
        String password = URI.create(stack.redisUrl()).getUserInfo().substring(1);
        return askWithoutPassword(stack, "AUTH " + password + "\r\n" + String.join("\r\n", commands));
    }

    static String askWithoutPassword(LocalStack stack, String commands) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create(stack.redisUrl()).getPort())) {
            socket.getOutputStream().write((commands + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
