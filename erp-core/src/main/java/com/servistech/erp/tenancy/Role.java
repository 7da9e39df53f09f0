package com.servistech.erp.tenancy;

/** What a person is in a store. SUPER_ADMIN belongs to the chain; the others are held per store. */
public enum Role {
    SUPER_ADMIN,
    MANAGER,
    SUPERVISOR,
    FRONT_DESK,
    TECHNICIAN,
    QA,
    WAREHOUSE,
    COURIER,
    CUSTOMER,
    REGIONAL_MANAGER,
    ACCOUNTANT
}
