/**
 * PostgreSQL's own programs as children of this one: {@code pg_dump}, {@code psql}, {@code pg_restore}. No shell
 * between, no password on a command line, every exit code asked, every word of complaint kept.
 */
package com.servistech.erp.backup.pgdump;
