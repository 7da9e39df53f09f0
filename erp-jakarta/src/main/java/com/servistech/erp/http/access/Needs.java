package com.servistech.erp.http.access;

import com.servistech.erp.tenancy.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller has at least one of these permissions, in the store that the token and {@code X-Store-ID} choose. The core
 * asks again and for more; this says no before the body is looked at.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission[] value();
}
