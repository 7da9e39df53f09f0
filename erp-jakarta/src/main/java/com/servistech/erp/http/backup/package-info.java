/**
 * Backups over HTTP, for whoever runs the whole chain: asked for here, done behind.
 *
 * <p>Words: backup (respaldo), proof (comprobación).
 */
package com.servistech.erp.http.backup;
