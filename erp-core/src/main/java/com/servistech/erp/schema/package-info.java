/**
 * The database as this library needs it: roles first ({@code db/bootstrap.sql}, by a superuser, once), then the schema
 * ({@code db/migration}, by the migrator). Nothing of the business uses this package.
 *
 * <p>Words: migration (migración), role (rol de base de datos).
 */
package com.servistech.erp.schema;
