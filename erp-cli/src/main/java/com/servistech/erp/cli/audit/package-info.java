/**
 * The audit from the command line: to seal it, to verify it, and to hand it to somebody else.
 *
 * <p>Words: seal (sellar), verify (verificar), export (exportar), months (meses).
 */
package com.servistech.erp.cli.audit;
