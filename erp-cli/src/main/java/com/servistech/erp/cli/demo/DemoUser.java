package com.servistech.erp.cli.demo;

import com.servistech.erp.tenancy.Role;
import java.util.List;

/**
 * A person of the demo.
 *
 * @param store the code of their home store; * for the whole chain
 * @param others codes of the other stores where they have the same role
 */
public record DemoUser(String name, String email, Role role, String store, List<String> others) {

    public DemoUser {
        others = List.copyOf(others);
    }
}
