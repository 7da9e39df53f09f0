package com.servistech.erp.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** An address as failed sign-ins are counted: of IPv6 the network, since one client has 2^64 addresses in it. */
final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /** @param address as the transport says it, null when there is none */
    static String counted(String address) {
        if (address == null || !address.contains(":")) {
            return address;
        }
        try {
            // a colon makes it a literal: no name is looked up
            InetAddress literal = InetAddress.getByName(address);
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK)) + "/64"
                    : literal.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
