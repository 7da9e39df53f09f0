package com.servistech.erp.customers;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Puts a device's description right. */
public final class UpdateDevice {

    private final Work work;

    public UpdateDevice(Work work) {
        this.work = work;
    }

    /** @throws Stale when somebody changed the device since the caller read it */
    public DeviceView update(UUID id, int expectedVersion, NewDevice changed) {
        work.require(Permission.CUSTOMERS_WRITE);
        Device device = work.findForUpdate(Device.class, id).orElseThrow(UpdateDevice::notFound);
        NewDevice details = changed.checked();
        if (device.version() != expectedVersion) {
            throw new Stale("version.stale", "The device is at version " + device.version() + " by now");
        }
        device.become(details, work.now());
        work.flush();
        return device.view();
    }

    static NotFound notFound() {
        return new NotFound("customers.device-not-found", "There is no such device");
    }
}
