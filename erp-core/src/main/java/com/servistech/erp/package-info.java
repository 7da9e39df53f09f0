/**
 * The root: {@link com.servistech.erp.Erp} is the one assembly, {@link com.servistech.erp.ErpRuntime} the one seam to
 * the host, {@link com.servistech.erp.Session} what an edge holds while a transaction is open. The features below are
 * ordered; each uses only those before it.
 */
package com.servistech.erp;
