/**
 * Who did what, when, from where; written by the database itself, chained so that nobody changes it unseen.
 *
 * <p>Words: audit entry (asiento de auditoría), chain (cadena), seal (sello).
 */
package com.servistech.erp.audit;
