package com.servistech.erp.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of 127.0.0.1. */
final class Ports {

    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    static int free() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException("no free port on 127.0.0.1: " + e, e);
        }
    }

    static void requireFree(int port, String server, String option) {
        if (accepts(port) || !canBind(port)) {
            throw taken(port, server, option);
        }
    }

    static LocalStackException taken(int port, String server, String option) {
        return new LocalStackException("port " + port + " for " + server + " is taken by another program; stop it or"
                + " choose another port with the option " + option + " (0 takes a free one)");
    }

    /** macOS lets us bind 127.0.0.1 beside a program that listens on all addresses, so binding alone proves nothing. */
    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
