/**
 * No data without a scope: who acts, for which stores, in exactly one transaction. PostgreSQL's row level security is
 * the lock; these types make sure that nobody reaches a table without having said who they are.
 *
 * <p>Words: store (sede), chain (cadena), caller (quien actúa), role (rol), permission (permiso), scope (alcance).
 */
package com.servistech.erp.tenancy;
