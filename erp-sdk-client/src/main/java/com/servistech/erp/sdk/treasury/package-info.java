/** Payment methods (formas de pago), banks and the accounts of the shop. */
package com.servistech.erp.sdk.treasury;
