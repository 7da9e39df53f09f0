/**
 * Everything that can go wrong with a call, as one closed, unchecked tree under
 * {@link com.servistech.erp.sdk.error.ErpClientException}. Catch a leaf for what the program handles (
 * {@link com.servistech.erp.sdk.error.Stale}: read again and repeat), the root for everything else.
 */
package com.servistech.erp.sdk.error;
