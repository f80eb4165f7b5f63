/** Driving a CRM that decides about locks, and keeping up with what happens in it. */
@NullMarked
package dev.lockkeeper.application.crm;

import org.jspecify.annotations.NullMarked;
