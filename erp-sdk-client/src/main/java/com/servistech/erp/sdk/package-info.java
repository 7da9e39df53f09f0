/**
 * The Java client of the ServisTech ERP. Start at {@link com.servistech.erp.sdk.ErpClient}.
 *
 * <p>Results are {@linkplain com.servistech.erp.sdk.Model views} over the JSON that the server sent, so nothing it
 * says is lost; what is sent is a {@link com.servistech.erp.sdk.Draft}. Failures are in
 * {@link com.servistech.erp.sdk.error}. Packages named {@code internal} are no promise.
 */
package com.servistech.erp.sdk;
