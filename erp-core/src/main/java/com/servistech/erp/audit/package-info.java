/**
 * Who did what, when, from where; written by the database itself, chained so that nobody changes it unseen.
 *
 * <p>Words: audit entry (asiento de auditoría), note (nota), chain (cadena), link (eslabón), head (cabeza), seal (sello),
 * anchor (ancla), finding (hallazgo), export (exportación).
 */
package com.servistech.erp.audit;
