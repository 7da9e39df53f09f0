/** Measurements for figures that are claimed; not part of {@code verify}. */
package com.servistech.erp.bench;
