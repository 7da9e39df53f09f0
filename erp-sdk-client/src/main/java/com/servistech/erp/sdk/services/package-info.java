/** What the shop does to devices (servicios). */
package com.servistech.erp.sdk.services;
