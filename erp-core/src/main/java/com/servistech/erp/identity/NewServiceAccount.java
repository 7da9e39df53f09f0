package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import java.time.LocalDate;
import java.util.Set;

/**
 * A program to be let in to the store of the scope.
 *
 * @param permissions some of what the role may do, none of those that are {@link Permission#isForPeopleOnly() for people}
 * @param lastDay on which its first key is good; null for a year from today
 */
public record NewServiceAccount(String name, Role role, Set<Permission> permissions, LocalDate lastDay) {

    public NewServiceAccount {
        permissions = Set.copyOf(permissions);
    }
}
