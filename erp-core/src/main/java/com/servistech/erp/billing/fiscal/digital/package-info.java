/** A digital provider (imprenta digital, PA SNAT/2024/000102) over HTTP. */
package com.servistech.erp.billing.fiscal.digital;
