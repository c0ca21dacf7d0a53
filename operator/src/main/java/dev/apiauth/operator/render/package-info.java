/** From a resolved policy to the objects that are applied: pure functions. */
@NullMarked
package dev.apiauth.operator.render;

import org.jspecify.annotations.NullMarked;
