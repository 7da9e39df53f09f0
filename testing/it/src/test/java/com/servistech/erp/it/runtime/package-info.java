/**
 * One contract, two runtimes: whatever runs the core, its transactions keep the same promises. Plain Java is tested in
 * this JVM; the server's runtime inside the server, where the tests are deployed with the product's own application.
 */
package com.servistech.erp.it.runtime;
