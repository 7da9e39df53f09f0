package com.servistech.erp.cli.demo;

import com.servistech.erp.tenancy.Role;

/** A person of the demo. */
public record DemoUser(String name, String email, Role role, String store) {}
