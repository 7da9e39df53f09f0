/** {@code erp jobs} and {@code erp health}: the same jobs as on the server, in plain Java. */
package com.servistech.erp.cli.jobs;
