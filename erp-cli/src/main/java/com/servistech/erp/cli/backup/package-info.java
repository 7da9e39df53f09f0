/**
 * {@code erp backup ..} and {@code erp restore}: what an operator types on a bad day.
 *
 * <p>Words: backup (respaldo), restore (restaurar), proof (comprobación), pinned (fijado).
 */
package com.servistech.erp.cli.backup;
