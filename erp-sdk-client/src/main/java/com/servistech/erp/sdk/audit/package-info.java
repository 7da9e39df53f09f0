/** Who changed what, when and from where (auditoría). */
package com.servistech.erp.sdk.audit;
