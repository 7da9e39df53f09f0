/** Categories (categorías) of parts and models (modelos) of devices. */
package com.servistech.erp.sdk.catalogue;
