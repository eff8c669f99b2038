/** The RealWorld ("Conduit") API, spoken over our own doors and queries; README.md beside this file says how far. */
@NullMarked
package broadside.dialect.realworld;

import org.jspecify.annotations.NullMarked;
