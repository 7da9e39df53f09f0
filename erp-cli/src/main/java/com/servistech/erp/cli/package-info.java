/**
 * The plain Java SE runtime: what operators type, and the local demo.
 *
 * <p>Words: migrate (migrar), administrator (administrador), demo (demostración).
 */
package com.servistech.erp.cli;
